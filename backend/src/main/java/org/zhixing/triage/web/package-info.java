/** Triage over HTTP. */
@NullMarked
package org.zhixing.triage.web;

import org.jspecify.annotations.NullMarked;
