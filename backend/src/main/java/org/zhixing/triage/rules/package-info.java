/**
 * 繁简分流: which team takes a case, and why. The rules are a document with an effective date; this package reads it, keeps
 * every rule that matched, and lets the first of them win.
 */
@NullMarked
package org.zhixing.triage.rules;

import org.jspecify.annotations.NullMarked;
