/** How figures are printed: tables of text, and JSON. What is printed is the business of others. */
package io.goodput.lab.print;
