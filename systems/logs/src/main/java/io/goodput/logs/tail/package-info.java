/**
 * The newest records, and those that come: files grow, are rotated, cut and taken away, and new ones appear, while
 * somebody looks. One look reads what was added since the one before and waits for nothing; when to look again is not
 * decided here.
 */
package io.goodput.logs.tail;
