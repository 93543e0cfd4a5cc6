/** Triage documents, decisions and transfers. */
@NullMarked
package org.zhixing.triage.store;

import org.jspecify.annotations.NullMarked;
