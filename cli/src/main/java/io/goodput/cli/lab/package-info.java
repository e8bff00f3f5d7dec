/**
 * {@code goodput lab}: runs scenarios, and the instruments that stand on them. In: a scenario's name or file, and how
 * to run it. Out: a report in the forms asked for, and whether its claims hold.
 */
package io.goodput.cli.lab;
