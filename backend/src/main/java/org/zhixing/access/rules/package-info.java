/**
 * Who somebody is and which cases that person may read: the roles of the court, its four teams, row visibility and the
 * masking of personal data. Plain values and functions; the token, the people's table and the web are elsewhere.
 */
@NullMarked
package org.zhixing.access.rules;

import org.jspecify.annotations.NullMarked;
