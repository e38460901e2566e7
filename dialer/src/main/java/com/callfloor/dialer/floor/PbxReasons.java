package com.callfloor.dialer.floor;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.words.Words;

/**
 * Why the PBX did not do something, in both languages. Reasons come in English, for the logs; what {@code pbx/} says itself is
 * translated here, and what Asterisk answers stays in its own words.
 */
final class PbxReasons {
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("the link to the PBX is down", "与 PBX 的连接已断开"),
            Map.entry("the link to the PBX was lost before this was sent", "指令发出前与 PBX 的连接已断开"),
            Map.entry("too much is waiting to be sent to the PBX", "待发往 PBX 的指令过多"),
            Map.entry("another agent was chosen meanwhile", "此间已选定另一位坐席"),
            Map.entry("the debtor's call is not up", "债务人的通话未接通"),
            Map.entry("the agent's leg is not up", "坐席的线路未接通"),
            Map.entry("the agent's leg is in a conference", "坐席正在会议通话中"),
            Map.entry("the agent is in another call", "坐席正在另一通电话中"),
            Map.entry("one is not there, or talks to another debtor", "有一方不在线，或正与另一债务人通话"),
            Map.entry("it has not told yet what is alive", "尚未告知有哪些通话"),
            Map.entry("closed by the dialer", "由拨号器关闭"),
            Map.entry("the PBX could not place it: is the endpoint configured and reachable?",
                    "PBX 无法呼出：请检查该端点是否已配置并可达"),
            Map.entry("the PBX closed the connection while it was starting", "PBX 在启动过程中关闭了连接"));
    private static final List<Measured> MEASURED = List.of(
            new Measured("the two did not meet within (\\d+) ms", "双方未能在 %s 毫秒内接通"),
            new Measured("it could not be sent to the PBX within (\\d+) ms and is too late now", "%s 毫秒内未能发往 PBX，已过时效"),
            new Measured("no reply for (\\d+) ms: the PBX or the way to it is stuck", "%s 毫秒没有应答：PBX 或网络停滞"),
            new Measured("the PBX refuses a ping: (.*)", "PBX 拒绝心跳：%s"),
            new Measured("the dialer fell (\\d+) events behind: starting over from a snapshot", "拨号器落后 %s 个事件，正在重新同步"),
            new Measured("cause (\\d+)", "释放码 %s"));

    /** One with a figure in it. */
    private record Measured(Pattern english, String chinese) {
        Measured(String english, String chinese) {
            this(Pattern.compile(english), chinese);
        }
    }

    private PbxReasons() {}

    static Words of(String why) {
        String known = CHINESE.get(why);
        if (known != null) {
            return new Words(why, known);
        }
        for (Measured each : MEASURED) {
            Matcher found = each.english().matcher(why);
            if (found.matches()) {
                return new Words(why, each.chinese().replace("%s", found.group(1)));
            }
        }
        return Words.same(why);
    }
}
