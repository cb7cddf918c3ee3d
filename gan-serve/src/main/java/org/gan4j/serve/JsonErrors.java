package org.gan4j.serve;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What a client gets whose request cannot be parsed as HTTP: JSON, as with other problems. */
final class JsonErrors extends ErrorHandler {
    private static Reply reply(int status, String reason) {
        return ProblemException.reply(
                status,
                "the request is refused" + (reason == null ? "" : " (" + reason + ")") + ": send proper HTTP/1.1");
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        Reply reply = reply(status, message);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }
}
