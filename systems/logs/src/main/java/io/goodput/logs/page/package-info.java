/**
 * The models as HTML files that hold all they need: they open from a disk, ask no network for anything, and run no
 * script but their own.
 */
package io.goodput.logs.page;
