/** Who signs what (署名): the court's rules as policy, and the signatures that were given. */
@NullMarked
package org.zhixing.signing;

import org.jspecify.annotations.NullMarked;
