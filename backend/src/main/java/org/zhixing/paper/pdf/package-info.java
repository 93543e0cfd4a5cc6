/** How a paper is set: PDF/A-2b with its fonts. */
@NullMarked
package org.zhixing.paper.pdf;

import org.jspecify.annotations.NullMarked;
