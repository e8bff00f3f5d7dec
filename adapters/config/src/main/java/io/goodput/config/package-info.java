/** Configuration files. */
package io.goodput.config;
