// What the Nexus service of the program offers; both sides know it.
import * as nexus from 'nexus-rpc';

export const service = nexus.service('greeter', {
  hello: nexus.operation(),
  refuses: nexus.operation(),
  breaks: nexus.operation(),
  flaky: nexus.operation(),
  works: nexus.operation(),
});
