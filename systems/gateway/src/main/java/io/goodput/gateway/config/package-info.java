/** The section {@code gateway:} of a configuration: what it may say, how it is read, and what it is refused for. */
@NullMarked
package io.goodput.gateway.config;

import org.jspecify.annotations.NullMarked;
