/**
 * Tables as people and programs read them: for the terminal, as JSON, CSV and Markdown, and a chart of what goes with
 * time. In: columns and rows, whose text may be anything that anybody ever sent to a service. Out: text that no
 * terminal, spreadsheet or page takes for an order.
 */
package io.goodput.logs.table;
