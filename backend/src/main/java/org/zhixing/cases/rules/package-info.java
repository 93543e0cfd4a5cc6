/**
 * The words of an enforcement case (案号, 案件类型, 执行事项, 当事人) and the checks that a row of the court's register must
 * pass before it becomes one. Every check answers with a reason code and its parameters; sentences live in the message
 * catalogues.
 */
@NullMarked
package org.zhixing.cases.rules;

import org.jspecify.annotations.NullMarked;
