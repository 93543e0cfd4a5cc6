/** Reading the audit trail. */
@NullMarked
package org.zhixing.audit.web;

import org.jspecify.annotations.NullMarked;
