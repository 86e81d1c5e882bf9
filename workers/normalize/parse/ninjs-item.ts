import { z } from 'zod';

const text = z.string().optional();
/** A member that other tools write in forms of their own falls away alone. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const Named = z.object({ name: lenient(z.string()), role: lenient(z.string()) });
const Described = z.object({
  role: lenient(z.string()),
  value: z.string(),
  contenttype: lenient(z.string()),
  contentType: lenient(z.string()),
});
const Rendition = z.object({
  name: lenient(z.string()),
  href: lenient(z.string()),
  mimetype: lenient(z.string()),
  contenttype: lenient(z.string()),
  width: lenient(z.number()),
});
/** ninjs 1.x keys these by name, 2.x and 3.x list them. */
const listed = <Schema extends z.ZodType>(schema: Schema) =>
  lenient(z.union([z.array(schema), z.record(z.string(), schema.nullable())]));

const Author = z.object({
  name: lenient(z.string()),
  role: lenient(z.string()),
  jobtitle: lenient(z.union([z.string(), z.object({ name: lenient(z.string()) })])),
});

const Shared = {
  type: lenient(z.string()),
  headline: text,
  headlines: z.array(Described).optional(),
  byline: text,
  by: text,
  description_text: text,
  description_html: text,
  descriptions: z.array(Described).optional(),
  renditions: listed(Rendition),
};

/** A picture or text that comes with an item. */
const Association = z.object({
  ...Shared,
  name: lenient(z.string()),
  creditline: lenient(z.string()),
  copyrightholder: lenient(z.string()),
  alt_text: lenient(z.string()),
  body_text: lenient(z.string()),
});
export type Association = z.infer<typeof Association>;
export type Rendition = z.infer<typeof Rendition>;
export type Described = z.infer<typeof Described>;

/** What is read of a ninjs item of any version, Superdesk's own members included. */
export const NinjsItem = z.object({
  ...Shared,
  title: lenient(z.string()),
  body_html: text,
  body_xhtml: text,
  body_text: text,
  bodies: z.array(Described).optional(),
  language: text,
  located: lenient(z.string()),
  dateline: lenient(z.union([z.string(), z.object({ text: lenient(z.string()) })])),
  versioncreated: text,
  versionCreated: text,
  firstcreated: text,
  firstCreated: text,
  firstpublished: lenient(z.string()),
  contentcreated: text,
  contentCreated: text,
  pubstatus: text,
  pubStatus: text,
  embargoed: lenient(z.string()),
  source: lenient(z.string()),
  infosources: lenient(z.array(Named)),
  infoSources: lenient(z.array(Named)),
  copyrightholder: text,
  authors: lenient(z.array(Author)),
  abstract: lenient(z.string()),
  ednote: lenient(z.string()),
  edNote: lenient(z.string()),
  slugline: lenient(z.string()),
  uri: lenient(z.string()),
  subject: lenient(z.array(Named)),
  subjects: lenient(z.array(Named)),
  service: lenient(z.array(Named)),
  keywords: lenient(z.array(z.string())),
  associations: listed(Association),
});
export type NinjsItem = z.infer<typeof NinjsItem>;
