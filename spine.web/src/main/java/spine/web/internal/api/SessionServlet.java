package spine.web.internal.api;

import java.io.IOException;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.web.internal.access.Identity;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** {@code /api/v1/session}: who asks, and what a page needs in order to change something. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/session")
public final class SessionServlet extends RestServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        Identity identity = (Identity) request.getAttribute(Identity.ATTRIBUTE);
        ObjectNode answer = Answer.object().put("name", identity.name()).put("role", identity.roleWord());
        identity.session().ifPresent(session -> answer.put("csrf", session.csrf()));
        send(response, answer);
    }
}
