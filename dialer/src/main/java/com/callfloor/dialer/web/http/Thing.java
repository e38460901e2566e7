package com.callfloor.dialer.web.http;

import java.util.Locale;

import com.callfloor.dialer.words.Words;

/** What is asked for by its id, and what people call it. */
public enum Thing {
    // People
    AGENT("坐席"), USER("人员"), NOTICE("消息"),
    // Cases, and what is known of them
    CASE("案件"), FACT("事实"), DECISION("判定"), TASK("任务"), PREVIEW("预览"),
    // What lenders send
    IMPORT("导入"), PAYMENT("入账"), IMPORT_OF_PAYMENTS("入账导入"),
    // Calls, and what is kept of them
    CALL("通话"), RECORDING("录音"), EXPORT("导出"), HOLD("录音保全"), REVIEW("质检评分"), SAMPLE("抽样"), SESSION("校准场次"),
    // The floor
    CAMPAIGN("活动"), CHANGE("修改"), ALERT("告警"), DELIVERY("推送");

    private final String chinese;

    Thing(String chinese) {
        this.chinese = chinese;
    }

    Words withThisId() {
        return new Words(name().toLowerCase(Locale.ROOT).replace('_', ' ') + " with this id", "此编号的" + chinese);
    }
}
