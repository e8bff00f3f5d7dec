/** The gateway as a server: its command, its life, and what it says of itself. */
package io.goodput.gateway;
