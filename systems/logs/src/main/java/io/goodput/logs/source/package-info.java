/**
 * Files and folders of telemetry, read. In: paths. Out: the records in them, one by one, and what could not be read,
 * counted. A file is read as far as it goes; nothing is written, and nothing but what was named is opened.
 */
package io.goodput.logs.source;
