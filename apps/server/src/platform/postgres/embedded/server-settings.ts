/** Settings of the embedded PostgreSQL, given on its command line so that a new version of ours brings its own. */
export function serverSettings({ durable }: { durable: boolean }): Record<string, string> {
  return {
    // Reached through one socket in a private folder, and not over any network.
    listen_addresses: "",
    port: "5432",
    unix_socket_permissions: "0700",
    password_encryption: "scram-sha-256",
    // Nothing acknowledged is lost: the audit log rests on this.
    fsync: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
    // Small: one household's server on a laptop.
    shared_buffers: "32MB",
    max_connections: durable ? "40" : "120",
    work_mem: "4MB",
    maintenance_work_mem: "32MB",
    max_wal_size: "256MB",
    min_wal_size: "32MB",
    io_method: "sync",
    jit: "off",
    autovacuum_max_workers: "1",
    autovacuum_worker_slots: "1",
    max_worker_processes: "0",
    max_parallel_workers: "0",
    max_parallel_workers_per_gather: "0",
    max_logical_replication_workers: "0",
    max_wal_senders: "2",
    max_replication_slots: "0",
    timezone: "UTC",
    log_timezone: "UTC",
    // Never a statement or its values in the log: they can be personal.
    log_min_messages: "warning",
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: "0",
    log_error_verbosity: "terse",
  };
}

export function asArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
