/** Court papers (文书): templates, numbers, drafts, the PDF that is signed, and its service. */
@NullMarked
package org.zhixing.paper;

import org.jspecify.annotations.NullMarked;
