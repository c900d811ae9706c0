import type { AskedFacts } from '../../asked-facts.ts';

/** What a product's name says by itself when it runs in the cluster. */
export interface Product {
  /** Names under which it is known; folded, the usual one first. */
  readonly names: readonly string[];
  /** States by its nature: keeps data, clients address each member. */
  readonly facts: Pick<AskedFacts, 'stateful' | 'perPodAddress'>;
  /** What it usually speaks; only a default, nobody said it. */
  readonly implied: Pick<AskedFacts, 'protocol' | 'port'>;
}

const peers = (port: number, ...names: string[]): Product => ({
  names,
  facts: { stateful: true, perPodAddress: true },
  implied: { protocol: 'TCP', port },
});
const store = (port: number, ...names: string[]): Product => ({
  names,
  facts: { stateful: true },
  implied: { protocol: 'TCP', port },
});
const storeHttp = (port: number, ...names: string[]): Product => ({
  names,
  facts: { stateful: true },
  implied: { protocol: 'HTTP', port },
});
const web = (port: number, ...names: string[]): Product => ({ names, facts: {}, implied: { protocol: 'HTTP', port } });
const other = (protocol: 'TCP' | 'UDP' | 'HTTP' | 'gRPC', port: number, ...names: string[]): Product => ({
  names,
  facts: {},
  implied: { protocol, port },
});

/** Products that people expose. Ports: the defaults of each product's own documentation. */
export const products: readonly Product[] = [
  // Clients are told the members' own addresses, so each pod must be reachable.
  peers(9092, 'kafka', 'strimzi', 'redpanda'),
  peers(9042, 'cassandra', 'scylla', 'scylladb'),
  peers(6379, 'redis-cluster', 'redis cluster', 'valkey-cluster', 'valkey cluster'),
  peers(27017, 'mongo replica set', 'mongodb replica set', 'mongo replicaset', 'mongodb replicaset', 'mongo-replicaset'),
  peers(2181, 'zookeeper'),
  peers(2379, 'etcd'),
  peers(26257, 'cockroachdb', 'cockroach'),
  peers(4222, 'nats cluster', 'nats-cluster'),
  peers(5701, 'hazelcast'),
  peers(6650, 'pulsar'),
  peers(11222, 'infinispan'),
  peers(10800, 'ignite'),
  peers(8300, 'consul'),
  peers(8983, 'solr'),
  peers(8443, 'nifi'),
  peers(3000, 'aerospike'),
  peers(25520, 'akka', 'pekko'),
  peers(7800, 'jgroups'),
  peers(5433, 'yugabyte', 'yugabytedb'),
  peers(4369, 'rabbitmq cluster'),
  // Databases and brokers with one address for all clients.
  store(
    5432,
    'postgres',
    'postgresql',
    'postgre',
    'psql',
    'pgsql',
    'pgbouncer',
    'timescaledb',
    'cloudnativepg',
    'cnpg',
    'patroni',
  ),
  store(3306, 'mysql', 'mariadb', 'percona', 'galera'),
  store(6379, 'redis', 'valkey', 'dragonfly', 'keydb'),
  store(27017, 'mongodb', 'mongo', 'ferretdb'),
  store(5672, 'rabbitmq', 'activemq', 'artemis'),
  store(1433, 'mssql', 'sqlserver', 'sql server'),
  store(1521, 'oracle'),
  store(1883, 'mosquitto', 'mqtt broker', 'emqx', 'vernemq', 'hivemq'),
  store(11211, 'memcached'),
  store(4222, 'nats'),
  store(9000, 'clickhouse'),
  store(7687, 'neo4j'),
  store(4000, 'tidb'),
  store(19530, 'milvus'),
  storeHttp(7700, 'meilisearch'),
  storeHttp(8080, 'weaviate'),
  storeHttp(9200, 'elasticsearch', 'opensearch', 'elastic'),
  storeHttp(8086, 'influxdb', 'influx'),
  storeHttp(9000, 'minio'),
  storeHttp(8091, 'couchbase'),
  storeHttp(5984, 'couchdb'),
  storeHttp(6333, 'qdrant'),
  // Pages and HTTP interfaces.
  web(3000, 'grafana'),
  web(9090, 'prometheus', 'prom'),
  web(9093, 'alertmanager'),
  web(5601, 'kibana'),
  web(8080, 'jenkins'),
  web(8080, 'argocd', 'argo-cd'),
  web(8080, 'keycloak'),
  web(80, 'nginx', 'httpd', 'apache', 'wordpress', 'nextcloud', 'drupal', 'ghost', 'magento', 'moodle'),
  web(8123, 'home-assistant', 'homeassistant'),
  web(80, 'gitlab', 'gitea', 'harbor', 'sonarqube', 'nexus', 'superset', 'metabase', 'airflow', 'jupyterhub', 'n8n', 'odoo'),
  web(8080, 'tomcat', 'traefik', 'haproxy', 'kong', 'envoy', 'jaeger', 'kafka-ui', 'adminer', 'phpmyadmin', 'pgadmin'),
  web(8200, 'vault'),
  web(3100, 'loki'),
  web(5000, 'flask', 'registry'),
  web(8000, 'django', 'fastapi'),
  web(32400, 'plex'),
  web(8501, 'streamlit'),
  web(8888, 'jupyter', 'jupyterlab'),
  web(7860, 'gradio'),
  web(8096, 'jellyfin', 'emby'),
  web(1880, 'node-red', 'nodered'),
  web(8065, 'mattermost'),
  web(7007, 'backstage'),
  web(9411, 'zipkin'),
  web(8428, 'victoriametrics', 'victoria-metrics'),
  web(8265, 'ray'),
  web(8081, 'flink', 'schema-registry'),
  web(80, 'zabbix', 'nagios', 'icinga', 'redmine', 'matomo', 'mediawiki', 'dokuwiki', 'joomla', 'prestashop', 'vaultwarden'),
  web(3000, 'mlflow', 'dagster', 'rocketchat', 'langfuse'),
  web(9000, 'portainer', 'authentik'),
  // Others.
  other('UDP', 8125, 'statsd'),
  other('UDP', 514, 'syslog', 'rsyslog', 'graylog'),
  other('TCP', 389, 'ldap', 'openldap'),
  other('UDP', 53, 'bind9', 'pihole', 'pi-hole', 'adguard', 'unbound'),
  other('UDP', 5060, 'asterisk', 'freeswitch', 'kamailio', 'opensips'),
  other('UDP', 3478, 'coturn'),
  other('UDP', 51820, 'wireguard'),
  other('UDP', 1194, 'openvpn'),
  other('TCP', 25565, 'minecraft'),
  other('UDP', 27015, 'csgo', 'valheim', 'factorio', 'palworld', 'counter-strike', 'cs2', 'enshrouded'),
  other('UDP', 9987, 'teamspeak'),
  other('UDP', 64738, 'mumble'),
  other('UDP', 1812, 'freeradius', 'radius'),
  other('UDP', 123, 'chrony', 'ntpd'),
  other('UDP', 10000, 'jitsi'),
  other('TCP', 7777, 'terraria'),
  other('TCP', 3128, 'squid'),
  other('TCP', 1514, 'wazuh'),
  other('TCP', 9997, 'splunk'),
  other('TCP', 2003, 'graphite'),
  other('TCP', 445, 'samba'),
  other('TCP', 25, 'postfix', 'mailhog', 'dovecot'),
  other('TCP', 21, 'vsftpd', 'proftpd'),
  other('TCP', 22, 'sftp'),
  other('gRPC', 4317, 'otel-collector', 'otel collector', 'opentelemetry collector', 'otlp collector'),
  other('gRPC', 8001, 'triton'),
  other('TCP', 24224, 'fluentd', 'fluent-bit', 'fluentbit', 'logstash'),
  other('HTTP', 11434, 'ollama', 'vllm'),
  other('TCP', 10000, 'hive', 'trino', 'presto', 'spark'),
];
