/** What papers of any room are set in. */
@NullMarked
package org.zhixing.platform.paper;

import org.jspecify.annotations.NullMarked;
