/** What a scenario showed, and how it is told: as a table, as JSON, as a page, as pictures. */
package io.goodput.lab.report;
