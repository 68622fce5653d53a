package spine.web.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** The start page and its parts; also whatever no other servlet is there for, so that nothing is asked for past the context. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern({"/", "/page/*"})
public final class PageServlet extends RestServlet {
    private static final long serialVersionUID = 1;
    private static final String START = "start.html";
    private static final Map<String, String> TYPES = Map.of(START, "text/html;charset=utf-8", "start.js", "text/javascript;charset=utf-8",
            "style.css", "text/css;charset=utf-8");

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        String name = path.size() == 0 ? START : path.part(0).equals("page") ? path.from(1) : "";
        String type = TYPES.get(name);
        if (type == null) {
            throw new Problem(HttpServletResponse.SC_NOT_FOUND, "This platform has nothing at this path at the moment.");
        }
        response.setContentType(type);
        try (InputStream in = PageServlet.class.getResourceAsStream("/page/" + name)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
