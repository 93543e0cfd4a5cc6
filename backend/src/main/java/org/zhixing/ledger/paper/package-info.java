/** What leaves the ledger on paper and in workbooks. */
@NullMarked
package org.zhixing.ledger.paper;

import org.jspecify.annotations.NullMarked;
