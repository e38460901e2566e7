package com.callfloor.dialer.web.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Cuts connections whose client does not read.
 *
 * <p>Vert.x flushes a connection before it closes it, whichever of its methods is called, so it waits for such a client
 * for ever, and so does stopping the server. Seen with 5.1.5; hence the way around it to the channel below.
 */
public final class Connections {
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    /** To be told of each connection; it is forgotten when it closes. */
    public void opened(HttpConnection connection) {
        open.add(channel(connection));
    }

    /** Closes one at once; what it did not send yet is lost. Also after it became a WebSocket. Any thread. */
    public static void cut(HttpConnection connection) {
        cut(channel(connection));
    }

    public void cutAll() {
        open.forEach(Connections::cut);
    }

    private static void cut(Channel channel) {
        // Not channel.close(): that goes through Vert.x's own handler, which would flush first.
        ChannelHandlerContext outermost = channel.pipeline().firstContext();
        if (outermost != null) {
            var unused = outermost.close();
        }
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }
}
