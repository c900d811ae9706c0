{{- define "k8s-svc.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* One release that is called k8s-svc has objects called k8s-svc. */}}
{{- define "k8s-svc.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else if contains (include "k8s-svc.name" .) .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "k8s-svc.name" .) | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What has no namespace needs a name that no other release has. */}}
{{- define "k8s-svc.clusterName" -}}
{{- printf "%s:%s" .Release.Namespace (include "k8s-svc.fullname" .) -}}
{{- end -}}

{{- define "k8s-svc.selectorLabels" -}}
app.kubernetes.io/name: {{ include "k8s-svc.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "k8s-svc.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{ include "k8s-svc.selectorLabels" . }}
{{- end -}}

{{- define "k8s-svc.serviceAccountName" -}}
{{- default (ternary (include "k8s-svc.fullname" .) "default" .Values.serviceAccount.create) .Values.serviceAccount.name -}}
{{- end -}}

{{- define "k8s-svc.image" -}}
{{- $repository := required "image.repository is not set: name the registry that you pushed the image to." .Values.image.repository -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{/* The configuration file; empty when there is nothing to say. The folder of the kubeconfigs is known here and
nowhere else; beside it the cluster that it runs in has to be named, or it would be none of them. */}}
{{- define "k8s-svc.config" -}}
{{- $config := deepCopy .Values.config -}}
{{- if .Values.kubeconfigs.existingSecret -}}
{{- $own := list (dict "name" .Values.kubeconfigs.inClusterName "inCluster" true) -}}
{{- $config = mergeOverwrite (dict "clusters" (dict "folder" "/etc/k8s-svc/kubeconfigs" "list" $own)) $config -}}
{{- end -}}
{{- if $config -}}{{ toYaml $config }}{{- end -}}
{{- end -}}

{{- define "k8s-svc.hasStore" -}}
{{- if dig "store" "url" "" .Values.config -}}yes{{- end -}}
{{- end -}}

{{/* Said before anything is made: each of these would only show itself as a bot that is silent, or answers twice. */}}
{{- define "k8s-svc.check" -}}
{{- if and (or .Values.autoscaling.enabled (gt (int .Values.replicaCount) 1)) (not (include "k8s-svc.hasStore" .)) -}}
{{- fail "More than one replica needs a store that they share, or events are answered twice: set config.store.url." -}}
{{- end -}}
{{- $drain := div (int (dig "shutdown" "drainMs" 20000 .Values.config)) 1000 -}}
{{- $sleep := ternary (int .Values.preStopSleepSeconds) 0 (eq .Values.slack.mode "http") -}}
{{- $needed := add $drain $sleep 5 | int -}}
{{- if lt (int .Values.terminationGracePeriodSeconds) $needed -}}
{{- fail (printf "terminationGracePeriodSeconds is too short for what is answered after SIGTERM (config.shutdown.drainMs): at least %d." $needed) -}}
{{- end -}}
{{- if and .Values.ingress.enabled (ne .Values.slack.mode "http") -}}
{{- fail "ingress.enabled is for slack.mode http: in Socket Mode nothing calls k8s-svc." -}}
{{- end -}}
{{- end -}}
