/**
 * {@code goodput load}: sends load to a service. In: URLs, how much to send, and how. Out: what was answered, and how
 * fast. Options that a probe has as well are public.
 */
package io.goodput.cli.load;
