/* Lets the Observatory, which knows the ports of the world alone, meet the server of a test:
   whatever is asked of port 80 or 443 goes to this machine, to the ports in the environment. */

import fs from "node:fs";
import { Socket } from "node:net";

const ports = { 80: process.env.TEST_HTTP_PORT, 443: process.env.TEST_HTTPS_PORT };
const connect = Socket.prototype.connect;

Socket.prototype.connect = function (...given) {
  const options = Array.isArray(given[0]) ? given[0][0] : given[0];
  if (typeof options === "object" && options !== null) {
    options.port = Number(ports[options.port] ?? options.port);
    options.host = "127.0.0.1";
    delete options.lookup;
  }
  return connect.apply(this, given);
};

/* Its list of preloaded hosts is fetched when it is installed, by a script that we do not let run.
   The host of the test is not on it. */

const read = fs.readFileSync;

fs.readFileSync = function (path, ...options) {
  const isList = String(path).endsWith("/conf/hsts-preload.json");
  return isList ? "{}" : read.call(fs, path, ...options);
};
