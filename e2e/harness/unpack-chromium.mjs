// node unpack-chromium.mjs: unpacks the Chromium of @sparticuz/chromium into TMPDIR. A process of its own, because the
// package reads both variables when it is loaded, and changes LD_LIBRARY_PATH of whoever loads it.
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'; // else the shared libraries stay packed
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();
