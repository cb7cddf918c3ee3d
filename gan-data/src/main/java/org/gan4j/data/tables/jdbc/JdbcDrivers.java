package org.gan4j.data.tables.jdbc;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The drivers of the thread's context class loader, of the class path, and those that a program has registered. */
final class JdbcDrivers {
    private static final int MOST_BROKEN = 100;

    private JdbcDrivers() {}

    /**
     * Returns the driver of a URL. {@link DriverManager} alone would not find those in the jars of plug-ins.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Driver of(String url) {
        List<Driver> all = new ArrayList<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            add(all, ServiceLoader.load(Driver.class, context));
        }
        add(all, ServiceLoader.load(Driver.class, JdbcDrivers.class.getClassLoader()));
        DriverManager.drivers().forEach(all::add);
        return all.stream()
                .filter(driver -> accepts(driver, url))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "there is no JDBC driver for " + DatabaseUrl.kind(url)
                                        + ": put its jar into a folder, and name the folder by --plugins; or put it on the class path"));
    }

    /** Adds all that can be loaded: one that cannot is no reason to do without the others. */
    private static void add(List<Driver> all, ServiceLoader<Driver> loader) {
        Iterator<Driver> drivers = loader.iterator();
        boolean more = true;
        for (int broken = 0; more && broken < MOST_BROKEN; ) {
            try {
                more = drivers.hasNext();
                if (more) {
                    all.add(drivers.next());
                }
            } catch (ServiceConfigurationError | LinkageError failed) {
                broken++;
            }
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException | RuntimeException other) { // some refuse the URLs of others in this way
            return false;
        }
    }
}
