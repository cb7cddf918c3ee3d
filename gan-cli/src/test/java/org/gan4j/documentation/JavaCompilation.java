package org.gan4j.documentation;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles Java of the documentation against the class path of the tests.
 *
 * @param classes where classes go, and where those compiled before are found
 */
record JavaCompilation(Path classes) {
    /** Returns what the compiler says about a class of this name, nothing if it compiles. */
    List<String> problems(String name, String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path") + ":" + classes);
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(file))
                .call();
        return compiled
                ? List.of()
                : found.getDiagnostics().stream().map(Object::toString).toList();
    }
}
