/** Virtual time. */
package io.goodput.sim;
