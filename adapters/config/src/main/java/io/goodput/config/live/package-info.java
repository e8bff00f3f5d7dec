/**
 * Configuration that changes while it is used. In comes another {@link io.goodput.config.Configuration}, from a file
 * that is watched or from anywhere else; it is taken as a whole, by all that is bound to it, or kept out with the
 * reasons ({@link io.goodput.config.live.LiveConfiguration}). When to look at a file is decided without looking at it
 * ({@link io.goodput.config.live.LookSchedule}); {@link io.goodput.config.live.ConfigurationFile} looks.
 */
package io.goodput.config.live;
