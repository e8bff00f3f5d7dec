/**
 * A Chromium without a window, told what to do over its DevTools protocol: {@link io.goodput.browser.Browser} is the
 * process, {@link io.goodput.browser.BrowserPage} a page in it. In: addresses, what to wait for, where to click. Out:
 * what the page has come to, as text, as numbers, as a picture.
 */
package io.goodput.browser;
