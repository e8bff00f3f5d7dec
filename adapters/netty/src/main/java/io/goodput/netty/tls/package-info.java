/**
 * TLS of a listener: certificates and keys by files, read again when they change
 * ({@link io.goodput.netty.tls.ServerTls}), and which of several is shown to whom. In come paths and the name that a
 * client asks for, out goes a context of Netty over the JDK's engine.
 *
 * <p>Sources: RFC 8446, 5246 and 6066, 3; Mozilla, Server Side TLS.
 */
package io.goodput.netty.tls;
