"""Tells CloudFormation what this LocalStack can make, without asking anybody outside.

LocalStack asks its maker's server. Where that can't be reached, and unsupported resources are not
ignored, it takes everything for unsupported. What is installed is all that counts here.
"""

from localstack.utils.catalog.catalog import CatalogPlugin
from localstack.utils.catalog.common import (
    CloudFormationResourcesSupportAtRuntime,
    CloudFormationResourcesSupportInLatest,
)


class InstalledCatalog(CatalogPlugin):
    """The resources that have a provider in this environment.

    LocalStack prefers a catalog of this name to its own, whoever provides it.
    """

    name = "aws-catalog-remote-state-with-license"

    def __init__(self) -> None:
        self._available = {name.lower() for name in self._get_cfn_resources_available_at_runtime()}

    def get_aws_service_status(self, service_name: str, operation_name: str | None = None) -> None:
        """Nothing to add to what LocalStack says about a service itself."""

    def get_cloudformation_resource_status(
        self, resource_name: str, *_: object
    ) -> CloudFormationResourcesSupportAtRuntime | CloudFormationResourcesSupportInLatest:
        """Whether `resource_name` (AWS::SQS::Queue) can be made."""
        if resource_name.lower() in self._available:
            return CloudFormationResourcesSupportAtRuntime.AVAILABLE
        return CloudFormationResourcesSupportInLatest.NOT_SUPPORTED
