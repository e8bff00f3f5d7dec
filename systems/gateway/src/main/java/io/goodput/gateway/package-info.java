/** The gateway as a server: its command, its life, and what it says of itself. */
@NullMarked
package io.goodput.gateway;

import org.jspecify.annotations.NullMarked;
