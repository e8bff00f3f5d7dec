/**
 * The listener itself: an address, connections up to a number, and what becomes of each until it speaks HTTP. In come
 * the settings of {@link io.goodput.netty.listener.ListenerBuilder}, out goes an
 * {@link io.goodput.netty.listener.HttpListener} that serves until it is drained.
 */
package io.goodput.netty.listener;
