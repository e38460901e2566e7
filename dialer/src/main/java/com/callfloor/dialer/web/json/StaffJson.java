package com.callfloor.dialer.web.json;

import com.callfloor.dialer.staff.StaffDirectory.OpenSession;
import com.callfloor.dialer.staff.StaffRegister;
import com.callfloor.dialer.staff.Team;
import com.callfloor.dialer.staff.TeamBook.Placed;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.FloorSnapshot;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Who is signed in, and on what floor. */
public final class StaffJson {
    private static final int NAME_LENGTH = 16;

    private StaffJson() {}

    public static JsonObject user(User user) {
        return new JsonObject().put("id", user.id())
                .put("login", user.login())
                .put("name", user.name())
                .put("role", user.role().code())
                .put("extension", user.extension() == null ? null : user.extension().digits());
    }

    /** {@code current}: whether it is the one that asks. */
    public static JsonObject session(OpenSession session, boolean current) {
        return new JsonObject().put("id", nameOf(session.tokenHash()))
                .put("opened_at", Times.textOrNull(session.openedAt()))
                .put("used_at", Times.textOrNull(session.usedAt()))
                .put("expires_at", Times.text(session.expiresAt()))
                .put("address", session.address())
                .put("browser", session.browser())
                .put("current", current);
    }

    /** What a session is called by; nobody can make its token of that. */
    public static String nameOf(String tokenHash) {
        return tokenHash.substring(0, NAME_LENGTH);
    }

    /** All of a token but the token. */
    public static JsonObject token(StaffRegister.Token token) {
        return new JsonObject().put("name", token.name())
                .put("login", token.login())
                .put("read_only", token.readOnly())
                .put("created_at", Times.text(token.createdAt()))
                .put("expires_at", Times.textOrNull(token.expiresAt()));
    }

    public static JsonObject team(Team team) {
        return new JsonObject().put("id", team.id()).put("name", team.name()).put("members", team.members());
    }

    /** With team and limits. */
    public static JsonObject placed(Placed placed) {
        Team team = placed.team();
        return user(placed.user()).put("team", team == null ? null : team.name())
                .put("listening",
                        new JsonObject()
                                .put("lenders", new JsonArray(placed.limits().lenders().stream().sorted().toList()))
                                .put("teams", new JsonArray(placed.limitedTo().stream().map(Team::name).toList())))
                .put("disabled_at", Times.textOrNull(placed.disabledAt()));
    }

    /** {@code language}: the floor's own, BCP 47. */
    public static JsonObject session(User user, FloorSnapshot floor, String language) {
        return new JsonObject().put("user", user(user))
                .put("floor",
                        new JsonObject().put("clock", Times.text(floor.clock()))
                                .put("simulated_clock", floor.simulated())
                                .put("language", language));
    }
}
