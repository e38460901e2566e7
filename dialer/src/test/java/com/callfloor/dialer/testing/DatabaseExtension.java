package com.callfloor.dialer.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test's constructor or method {@link TestSchemas} on a real server, which is started once for the JVM:
 * the embedded MariaDB, or a MySQL where the environment says {@code FLOOR_TEST_DATABASE=mysql}.
 */
public final class DatabaseExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);

    /** A constructor's schemas are for its test alone, unless one object runs them all. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestSchemas.class;
    }

    /** JUnit closes what its stores hold: the schemas after the test, the server after all tests. */
    @Override
    public TestSchemas resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestServer server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("server", key -> TestServer.start(), TestServer.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent("schemas", key -> new TestSchemas(server), TestSchemas.class);
    }
}
