/**
 * What pages have in common that hold all they need and ask no network for anything. In: text of anybody, a style,
 * scripts. Out: text that is only ever text ({@link io.goodput.page.Markup}), a head whose policy allows a page its own
 * parts only ({@link io.goodput.page.PageHead}), the colours of all pages in the light and in the dark
 * ({@link io.goodput.page.PageGround}), and uPlot, which draws their charts.
 */
package io.goodput.page;
