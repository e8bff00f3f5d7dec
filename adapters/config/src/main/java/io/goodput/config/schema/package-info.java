/**
 * JSON Schemas (draft 2020-12) for editors: decoders bring fragments that say what they accept, out comes one document.
 */
package io.goodput.config.schema;
