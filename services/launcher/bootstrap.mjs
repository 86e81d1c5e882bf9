// The first thing that runs after a clone: plain Node, no dependency. Installs and builds what is
// missing, then hands over.
//   node services/launcher/bootstrap.mjs demo|start|<any polywire command> [args]
//   node services/launcher/bootstrap.mjs test|bench|eval [args]
var OLDEST_NODE = [20, 19];

var found = process.versions.node.split('.').map(Number);
if (found[0] < OLDEST_NODE[0] || (found[0] === OLDEST_NODE[0] && found[1] < OLDEST_NODE[1])) {
  process.stderr.write(
    'Polywire needs Node ' +
      OLDEST_NODE.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      ' (' +
      process.execPath +
      '). Install a newer one from https://nodejs.org and run the same command again.\n',
  );
  process.exit(1);
}

// Imported late: an old Node could not even parse these files.
void import('./bootstrap/hand-over.mjs').then(function (module) {
  return module.handOver(process.argv.slice(2));
});
