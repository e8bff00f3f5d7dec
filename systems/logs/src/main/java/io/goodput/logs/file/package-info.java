/**
 * The files that records are in, as those who ask questions name them: files and folders in, whole lines out, block by
 * block, and an account of what could not be read. Current, rotated and compressed files are told apart by their first
 * bytes, so a name says nothing that the content does not.
 */
package io.goodput.logs.file;
