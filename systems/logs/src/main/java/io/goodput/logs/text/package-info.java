/** The models as text for a terminal: nothing that a record says can act on it. */
package io.goodput.logs.text;
