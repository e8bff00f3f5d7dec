/** The models as JSON, for programs and for the page: figures and what records say, no wording. */
package io.goodput.logs.json;
