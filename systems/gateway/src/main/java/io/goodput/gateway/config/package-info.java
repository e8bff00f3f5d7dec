/** The section {@code gateway:} of a configuration: what it may say, how it is read, and what it is refused for. */
package io.goodput.gateway.config;
