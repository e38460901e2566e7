package com.callfloor.dialer.cases.intake;

import java.util.Locale;
import java.util.Set;

import com.callfloor.dialer.words.Words;

/** Reads whether the lender has taken a case back. */
final class StatusCleaner {
    private static final Set<String> WITHDRAWN = Set.of("withdrawn", "withdraw", "recalled", "closed", "settled",
            "paid", "撤回", "已撤回", "撤案", "已撤案", "退案", "已退案", "收回", "已收回", "召回", "撤销", "已撤销", "结清", "已结清", "结案", "已结案",
            "停催", "已停催");
    private static final Set<String> OPEN = Set.of("open", "active", "new", "normal", "overdue", "assigned", "reopened",
            "ok", "正常", "有效", "逾期", "已逾期", "未还", "未还款", "未结清", "在催", "催收中", "委案", "委案中", "在案", "新案", "新增", "处理中", "进行中",
            "跟进中", "待催", "恢复");

    private StatusCleaner() {}

    /** A status that is not understood makes the row bad: it may be one that forbids to call. */
    static boolean withdrawn(Cells cells, Findings findings) {
        String status = cells.plain(Column.STATUS).toLowerCase(Locale.ROOT);
        if (WITHDRAWN.contains(status)) {
            return true;
        }
        if (!status.isEmpty() && !OPEN.contains(status)) {
            findings.refuse(Column.STATUS, Reason.UNKNOWN_CODE,
                    Words.of("'%s' is not understood: write open (正常) or withdrawn (撤回), or leave the cell empty",
                            "“%s”无法识别：请写 open（正常）或 withdrawn（撤回），或留空", Text.shown(status)));
        }
        return false;
    }
}
