/** The guard around one dependency. */
package io.goodput;
