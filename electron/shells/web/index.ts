export { serveWeb, type ServeWebOptions, type WebServer } from './serve-web.ts';
